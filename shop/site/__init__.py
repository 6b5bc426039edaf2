"""Site: the pages of the house itself: home, words of law, component page, health. No tables."""
