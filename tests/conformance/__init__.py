"""The HTTP contract as data: requests and the exact answers to them, alike for every stack and database."""
