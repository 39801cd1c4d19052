"""show: records for people. Takes records and failures, gives text for a terminal; `cli` is the command line."""
