"""What is done with a data set once it is coded: comparing coders, drawing samples to check, building panels."""
