namespace RelateBot.Bot.Chat;

/// <summary>How fast a platform lets messages leave, kept ahead of time so that it never has to refuse.</summary>
/// <param name="PerSecond">Messages a second through one workspace.</param>
/// <param name="Burst">How many may leave at once through one workspace after a pause.</param>
/// <param name="PerConversation">Messages a second into one conversation.</param>
/// <param name="ConversationBurst">How many may leave at once into one conversation after a pause.</param>
public sealed record Pace(double PerSecond, int Burst, double PerConversation, int ConversationBurst)
{
    /// <summary>As fast as they come.</summary>
    public static readonly Pace Unlimited = new(double.PositiveInfinity, int.MaxValue, double.PositiveInfinity, int.MaxValue);
}
