using System.Collections.Immutable;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Chat.Requests;

/// <summary>One thing that a person did on a platform: verified, and independent of the platform.</summary>
public sealed record ChatRequest
{
    /// <summary>The workspace where it happened.</summary>
    public required Workspace Workspace { get; init; }

    /// <summary>The person who did it.</summary>
    public required ChatSender Sender { get; init; }

    /// <summary>What they did.</summary>
    public required ChatInput Input { get; init; }

    /// <summary>
    /// Keys that identify this delivery within the workspace. A request with any key that was seen before changes nothing.
    /// </summary>
    public required ImmutableArray<string> DeliveryKeys { get; init; }

    /// <summary>
    /// Where the outbox sends the answer, in the platform's own format; null when the response to the request carries the answer.
    /// </summary>
    public string? ReplyAddress { get; init; }
}

/// <summary>The person who made a request, as the platform names them.</summary>
/// <param name="ExternalId">The platform's account id.</param>
/// <param name="Name">A name to use until the platform's profile has been read.</param>
/// <param name="IsStranger">True for a person of another organisation in a shared channel. They get an answer, but nothing is
/// recorded.</param>
public sealed record ChatSender(string ExternalId, string? Name, bool IsStranger = false);

/// <summary>What a feature knows about the request besides its input.</summary>
/// <param name="Workspace">The workspace where it happened.</param>
/// <param name="Sender">The person who did it.</param>
public sealed record ChatContext(Workspace Workspace, Person Sender);
