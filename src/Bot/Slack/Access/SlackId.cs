namespace RelateBot.Bot.Slack.Access;

/// <summary>Checks Slack's ids of users, teams, channels, messages and deliveries: short strings of letters, digits and dots.</summary>
internal static class SlackId
{
    private const int Longest = 100;

    /// <summary>True for the id of an enterprise. Slack sometimes sends one instead of a workspace's id.</summary>
    public static bool IsEnterprise(string id) => id is ['E', ..];

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
