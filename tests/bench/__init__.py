"""What `make bench` measures, and the table it writes; see docs/benchmarks.md."""
