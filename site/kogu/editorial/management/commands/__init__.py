"""What an operator asks the editorial room to do."""
