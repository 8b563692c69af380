using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace RelateBot.Bot.Chat;

/// <summary>Where a message goes.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(ToPerson), "person")]
[JsonDerivedType(typeof(ToGroup), "group")]
[JsonDerivedType(typeof(ToChannel), "channel")]
[JsonDerivedType(typeof(ToReply), "reply")]
public abstract record Destination
{
    private Destination()
    {
    }

    /// <summary>A direct message to a person, by their account id in the workspace.</summary>
    public sealed record ToPerson(string ExternalId) : Destination;

    /// <summary>A chat of several people with the bot, by their account ids in the workspace; only where <see cref="IChatPlatform.OpensGroupChatsAsync"/>.</summary>
    public sealed record ToGroup(ImmutableArray<string> ExternalIds) : Destination;

    /// <summary>A channel, by name (<c>#kudos</c>) or platform id.</summary>
    public sealed record ToChannel(string Channel) : Destination;

    /// <summary>The answer to a request: the platform's own <see cref="ChatRequest.ReplyAddress"/>.</summary>
    public sealed record ToReply(string Address, bool ReplacesOriginal) : Destination;
}
