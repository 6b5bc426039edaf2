"""Where finished pictures are kept, and how they come about once each."""
