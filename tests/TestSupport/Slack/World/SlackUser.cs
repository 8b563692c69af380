using System.Collections.Immutable;

namespace RelateBot.TestSupport.Slack;

/// <summary>https://docs.slack.dev/reference/objects/user-object</summary>
public sealed record SlackUser
{
    public required string Id { get; init; }

    public required string TeamId { get; init; }

    public required string Name { get; init; }

    public required string RealName { get; init; }

    public string DisplayName { get; init; } = "";

    public string? Email { get; init; }

    public string TimeZone { get; init; } = "Europe/Berlin";

    public string Locale { get; init; } = "en-US";

    public string Title { get; init; } = "";

    public bool Deleted { get; init; }

    public bool IsBot { get; init; }

    public bool IsAdmin { get; init; }

    public bool IsOwner { get; init; }

    public bool IsWorkflowBot { get; init; }

    /// <summary>Unix seconds of the last profile change.</summary>
    public long Updated { get; init; } = 1;

    public bool IsRestricted { get; init; }

    public bool IsUltraRestricted { get; init; }

    /// <summary>Belongs to another organisation and is visible through a Slack Connect channel.</summary>
    public bool IsStranger { get; init; }

    /// <summary>Custom profile fields by id (X…), as users.profile.get returns them.</summary>
    public ImmutableDictionary<string, string> Fields { get; init; } = ImmutableDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>The mention in a slash command when "escape users" is on.</summary>
    public string Mention => $"<@{Id}|{Name}>";
}
