namespace RelateBot.TestSupport.Slack;

internal sealed record SlackTrigger(string Id, string UserId, DateTimeOffset MintedAt)
{
    public bool Exchanged { get; set; }
}
