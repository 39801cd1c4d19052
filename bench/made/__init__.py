"""Made-up reports of made-up incidents with known truth: for fitting the weights of merge, and for load tests."""
