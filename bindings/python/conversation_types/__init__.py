"""Types of the Proficient and Genesys chat APIs and of the neutral conversation."""
