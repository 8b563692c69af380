namespace RelateBot.Domain.Relationships;

/// <summary>What one side did for the other.</summary>
/// <param name="Asks">How often it asked the other for help.</param>
/// <param name="Helps">How often it helped the other.</param>
/// <param name="Thanks">How often it thanked the other.</param>
/// <param name="Unconfirmed">How many of these helps the other let stand without a word; only counted between a person and somebody else.</param>
public sealed record Tally(int Asks, int Helps, int Thanks, int Unconfirmed = 0);
