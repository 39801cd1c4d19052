"""The grammar of numbers and of time in English news: pure readers that every stage may use."""
