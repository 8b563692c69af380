namespace RelateBot.Bot.Teams.Connector;

/// <summary>Something told about a message; of interest is the mention: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations#work-with-mentions</summary>
public sealed record Entity
{
    public required string Type { get; init; }

    public MentionedOf? Mentioned { get; init; }

    /// <summary>As it stands in the message's text: <c>&lt;at&gt;Sue&lt;/at&gt;</c>.</summary>
    public string? Text { get; init; }

    /// <summary>Who or what is mentioned.</summary>
    /// <param name="Id">As in <see cref="ChannelAccount"/>.</param>
    /// <param name="Name">As it is shown.</param>
    /// <param name="Type">Unset for people and bots; else channel, team or tag.</param>
    public sealed record MentionedOf(string Id, string? Name, string? Type);
}
