using System.Collections.Immutable;

namespace RelateBot.Bot.Slack.Interactions;

/// <summary>A tap, a submitted or closed modal, a shortcut: https://docs.slack.dev/reference/interaction-payloads</summary>
public sealed record InteractionPayload
{
    public required string Type { get; init; }

    public TeamOf? Team { get; init; }

    /// <summary>On Enterprise Grid: colleagues move freely among its teams.</summary>
    public EnterpriseOf? Enterprise { get; init; }

    public required UserOf User { get; init; }

    public string? TriggerId { get; init; }

    public string? ResponseUrl { get; init; }

    public ChannelOf? Channel { get; init; }

    public ContainerOf? Container { get; init; }

    /// <summary>Of block_actions.</summary>
    public ImmutableArray<ActionOf>? Actions { get; init; }

    /// <summary>Of view_submission.</summary>
    public SubmittedView? View { get; init; }

    /// <summary>Of shortcuts.</summary>
    public string? CallbackId { get; init; }

    /// <summary>Of message_action.</summary>
    public ActedOnMessage? Message { get; init; }

    /// <summary>Our team's id when whoever belongs to another team is a stranger.</summary>
    public string? OnlyTeam => Enterprise is null ? Team?.Id : null;

    public bool IsByStranger => OnlyTeam is { } team && User.TeamId is { } own && own != team;

    public sealed record TeamOf(string Id);

    public sealed record EnterpriseOf(string? Id = null);

    public sealed record UserOf(string Id, string? Username = null, string? Name = null, string? TeamId = null);

    public sealed record ChannelOf(string Id);

    public sealed record ContainerOf(string? Type = null, string? ThreadTs = null);

    public sealed record ActionOf(string Type, string ActionId, string? Value = null);
}
