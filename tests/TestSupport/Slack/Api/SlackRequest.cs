namespace RelateBot.TestSupport.Slack;

/// <summary>A call with a valid token, scope and argument names.</summary>
internal sealed record SlackRequest(SlackWorkspace Workspace, SlackArguments Arguments)
{
    /// <summary>Present when the token is from an installation.</summary>
    public SlackGrant? Grant { get; init; }

    public bool Has(string scope) => Workspace.Scopes.Contains(scope);

    public void RequireScope(string scope)
    {
        if (!Has(scope)) throw SlackRefusal.MissingScope(scope, Workspace.Scopes);
    }

    /// <summary>Checks a scope that depends on the kind of conversation: "history" is im:history for a direct message.</summary>
    public void RequireConversationScope(SlackChannel channel, string right) =>
        RequireScope((channel.IsDirectMessage ? "im:" : channel.IsGroupMessage ? "mpim:" : channel.IsPrivate ? "groups:" : "channels:")
            + right);

    /// <summary>Returns a conversation that the bot can see, by id only.</summary>
    public SlackChannel VisibleChannel()
    {
        var channel = Workspace.Find(Arguments.Required("channel"));
        if (channel is null || channel.Id != Arguments.Text("channel") || (channel.IsPrivate && !channel.IsMember))
            throw new SlackRefusal("channel_not_found");
        return channel;
    }

    public SlackUser ExistingUser(string argument = "user", string error = "user_not_found") =>
        Arguments.Text(argument) is { } id && Workspace.FindUser(id) is { } user ? user : throw new SlackRefusal(error);
}
