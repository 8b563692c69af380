namespace RelateBot.Bot.Playground;

/// <summary>A refused request. The message is shown to the visitor.</summary>
internal sealed class PlaygroundException(int status, string message) : Exception(message)
{
    public int Status { get; } = status;
}
