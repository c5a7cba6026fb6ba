"""What is measured: accuracy against labels, fill rates, speed."""
