"""What an event rests on, as it is shown: quotes, and dates on a common scale."""
