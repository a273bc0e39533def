"""A team's year on one project: copied once, and then only updated."""
