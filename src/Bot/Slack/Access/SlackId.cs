namespace RelateBot.Bot.Slack.Access;

/// <summary>What Slack calls its users, teams, channels, messages and deliveries by: short strings of letters, digits and points.</summary>
internal static class SlackId
{
    private const int Longest = 100;

    /// <summary>True for the id of an enterprise, which Slack puts in the place of a workspace's now and then.</summary>
    public static bool IsEnterprise(string id) => id is ['E', ..];

    /// <summary>True when each of these that is there can be one, whatever kind it is. What is longer was not made by Slack.</summary>
    public static bool AreValid(params ReadOnlySpan<string?> ids)
    {
        foreach (var id in ids)
        {
            if (id is not null && (id.Length is 0 or > Longest || id.AsSpan().ContainsAnyExceptInRange('!', '~')))
            {
                return false;
            }
        }

        return true;
    }
}
