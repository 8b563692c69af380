namespace RelateBot.TestSupport.Slack;

/// <summary>What one access token is good for: a team, or a whole enterprise.</summary>
internal sealed record SlackGrant(SlackWorkspace? Workspace, SlackEnterprise? Enterprise, DateTimeOffset? ExpiresAt)
{
    public bool Revoked { get; set; }

    /// <summary>The workspace that a call is about; of an enterprise's token, Slack has to find it by what the call names.</summary>
    public SlackWorkspace? WorkspaceFor(SlackArguments arguments)
    {
        if (Workspace is not null) return Workspace;
        var all = Enterprise!.Workspaces;
        if (arguments.Text("team_id") is { } team) return all.FirstOrDefault(w => w.Id == team);
        return (arguments.Text("channel") is { } channel
            ? all.FirstOrDefault(w => w.Channels.Any(c => c.Id == channel)) ?? all.FirstOrDefault(w => w.FindUser(channel) is not null)
            : null)
            ?? ((arguments.Text("user") ?? arguments.Text("users")) is { } user
                ? all.FirstOrDefault(w => w.FindUser(user) is not null)
                : null);
    }
}
