"""What is kept, in SQLite or PostgreSQL; nobody outside knows about SQL."""
