"""Training of the model bundle: corpora -> examples -> weights -> bundle. Never imported by the package."""
