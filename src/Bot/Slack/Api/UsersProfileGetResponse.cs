namespace RelateBot.Bot.Slack.Api;

/// <summary>https://docs.slack.dev/reference/methods/users.profile.get</summary>
public sealed record UsersProfileGetResponse : SlackResponse
{
    public CustomProfile? Profile { get; init; }

    public sealed record CustomProfile
    {
        /// <summary>By the field's id; null where somebody has filled in none.</summary>
        public IReadOnlyDictionary<string, CustomField>? Fields { get; init; }
    }

    public sealed record CustomField(string? Value);
}
