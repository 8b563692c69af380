namespace RelateBot.Bot.Slack.Access;

/// <summary>Checks Slack's ids of users, teams, channels, messages and deliveries: short strings of letters, digits and dots.</summary>
internal static class SlackId
{
    private const int Longest = 100;

    /// <summary>True when every given id has a valid form. Null ids are skipped. Slack's own ids are never longer.</summary>
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
