using System.Collections.Immutable;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Chat.Requests;

/// <summary>One thing that a person did on a platform, verified and in no platform's words.</summary>
public sealed record ChatRequest
{
    /// <summary>Where it happened.</summary>
    public required Workspace Workspace { get; init; }

    /// <summary>Who did it.</summary>
    public required ChatSender Sender { get; init; }

    /// <summary>What they did.</summary>
    public required ChatInput Input { get; init; }

    /// <summary>Keys that name this delivery within the workspace. A request of which any key was seen before changes nothing.</summary>
    public required ImmutableArray<string> DeliveryKeys { get; init; }

    /// <summary>
    /// Where the outbox sends the answer, in the platform's own code; null when the platform carries it in the response to the request
    /// itself.
    /// </summary>
    public string? ReplyAddress { get; init; }
}

/// <summary>Who did it, as the platform names them.</summary>
/// <param name="ExternalId">The platform's account id.</param>
/// <param name="Name">A name to use until the platform's profile has been read.</param>
/// <param name="IsStranger">True for somebody of another organisation, met in a channel that both share. They are answered, and nothing is
/// recorded.</param>
public sealed record ChatSender(string ExternalId, string? Name, bool IsStranger = false);

/// <summary>What a command knows about the request besides its input.</summary>
/// <param name="Workspace">Where it happened.</param>
/// <param name="Sender">Who did it.</param>
public sealed record ChatContext(Workspace Workspace, Person Sender);
