using System.Collections.Frozen;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Chat;

/// <summary>A message on its way out, with all that a platform needs to address and draw it.</summary>
public sealed record OutgoingMessage
{
    /// <summary>The outbox's id of it: the same at every attempt, so that a platform can recognise a repeat.</summary>
    public required Guid Id { get; init; }

    /// <summary>Through which workspace it goes.</summary>
    public required Workspace Workspace { get; init; }

    /// <summary>To whom or where.</summary>
    public required Destination Destination { get; init; }

    /// <summary>What it says; null when a message is only taken back.</summary>
    public required ChatMessage? Content { get; init; }

    /// <summary>The same as it may be kept: sealed words stay sealed.</summary>
    public required ChatMessage? Kept { get; init; }

    /// <summary>When it was put into the outbox (UTC).</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Account ids, in this workspace, of the people whom it mentions or addresses.</summary>
    public required FrozenDictionary<Guid, string> Accounts { get; init; }
}
