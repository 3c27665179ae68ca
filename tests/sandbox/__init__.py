"""A foreign file is read in a child process that can do nothing else."""
