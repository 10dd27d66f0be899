"""What happened when, and who says so: one timeline out of many articles."""
