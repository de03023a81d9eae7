"""`make bench-load`: what certmove costs among 100,000 moves, as ratios to a floor page."""
