namespace RelateBot.TestSupport.Slack;

/// <summary>What an access token gives access to: a team or a whole enterprise.</summary>
internal sealed record SlackGrant(SlackWorkspace? Workspace, SlackEnterprise? Enterprise, DateTimeOffset? ExpiresAt)
{
    public bool Revoked { get; set; }

    /// <summary>Returns the workspace of a call. With an enterprise's token, it depends on the call's arguments.</summary>
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
