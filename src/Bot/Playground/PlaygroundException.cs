namespace RelateBot.Bot.Playground;

/// <summary>The playground does not do what the page asks for; the message is what the person reads.</summary>
internal sealed class PlaygroundException(int status, string message) : Exception(message)
{
    public int Status { get; } = status;
}
