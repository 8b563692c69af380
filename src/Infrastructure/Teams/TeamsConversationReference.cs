using RelateBot.Domain;
using RelateBot.Domain.People;

namespace RelateBot.Infrastructure.Teams;

/// <summary>A channel or group chat that the bot is in.</summary>
public sealed class TeamsConversationReference : IOrganisationScoped
{
    private string name = "";

    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required Guid WorkspaceId { get; init; }

    /// <summary>The conversation's id, without a thread; unique within the workspace.</summary>
    public required string ExternalId { get; init; }

    /// <summary>The team of a channel; null for a group chat. A team's id is the id of its general channel.</summary>
    public string? TeamId { get; init; }

    /// <summary>The channel's name; empty until known.</summary>
    public string Name
    {
        get => name;
        set
        {
            name = value.Clip(Person.LongestName);
            NameKey = SearchKey.Of(name);
        }
    }

    /// <summary>Search key of <see cref="Name"/>.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>The connector's URL.</summary>
    public required string ServiceUrl { get; set; }

    /// <summary>When the bot or the channel was removed (UTC); null while it is there.</summary>
    public DateTimeOffset? RemovedAt { get; set; }
}
