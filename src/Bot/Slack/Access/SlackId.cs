namespace RelateBot.Bot.Slack.Access;

/// <summary>What Slack calls its users, teams, channels, messages and deliveries by: short strings of letters, digits and points.</summary>
internal static class SlackId
{
    private const int Longest = 100;

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
