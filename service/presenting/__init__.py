"""What a summary and a job hold, arranged for people to read."""
