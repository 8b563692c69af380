using RelateBot.Domain;
using RelateBot.Domain.People;

namespace RelateBot.Infrastructure.Teams;

/// <summary>A channel or a group chat that the bot is in.</summary>
public sealed class TeamsConversationReference : IOrganisationScoped
{
    private string name = "";

    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required Guid WorkspaceId { get; init; }

    /// <summary>The conversation's id, without a thread; unique within the workspace.</summary>
    public required string ExternalId { get; init; }

    /// <summary>The team of a channel; null for a group chat. A team's id is that of its general channel.</summary>
    public string? TeamId { get; init; }

    /// <summary>What a channel is called; empty until known.</summary>
    public string Name
    {
        get => name;
        set
        {
            name = value.Clip(Person.LongestName);
            NameKey = SearchKey.Of(name);
        }
    }

    /// <summary><see cref="Name"/> as it is searched.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>Where the connector is.</summary>
    public required string ServiceUrl { get; set; }

    /// <summary>Since when the bot, or the channel, is gone (UTC).</summary>
    public DateTimeOffset? RemovedAt { get; set; }
}
