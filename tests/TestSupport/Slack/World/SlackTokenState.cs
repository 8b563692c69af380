namespace RelateBot.TestSupport.Slack;

public enum SlackTokenState
{
    Valid,
    Revoked,
    Inactive,
}
