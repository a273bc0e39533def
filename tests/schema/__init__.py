"""One database for all stacks: the same schema from all migrations, and data that any may go on with."""
