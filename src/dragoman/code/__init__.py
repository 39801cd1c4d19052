"""From marks to the events and statements of the codebook."""
