using System.Collections.Concurrent;
using System.Collections.Immutable;
using RelateBot.Bot.Chat.Platforms;
using RelateBot.Bot.Slack.Api;
using RelateBot.Domain.People;

namespace RelateBot.Bot.Slack.Sending;

/// <summary>
/// Finds the conversation id of a user or a channel name. Slack accepts both for posting, but history and joining need the id.
/// </summary>
public sealed class SlackConversationResolver(SlackApi api)
{
    private readonly ConcurrentDictionary<(Guid WorkspaceId, string Target), string> ids = new();

    /// <summary>Remembers the conversation id from the response to a post.</summary>
    public void Learn(Workspace workspace, string target, string conversationId) => ids[(workspace.Id, target)] = conversationId;

    /// <summary>Returns the direct message conversation with a user.</summary>
    public Task<string> GetDirectMessageAsync(Workspace workspace, string userId, CancellationToken cancellationToken) =>
        GetGroupConversationAsync(workspace, [userId], cancellationToken);

    /// <summary>
    /// Returns the direct message conversation with one user, or the group conversation with several. Slack returns the existing one in any
    /// order of users.
    /// </summary>
    public async Task<string> GetGroupConversationAsync(
        Workspace workspace,
        ImmutableArray<string> userIds,
        CancellationToken cancellationToken)
    {
        var users = string.Join(',', userIds);
        if (ids.TryGetValue((workspace.Id, users), out var known))
        {
            return known;
        }

        var opened = await api.For(workspace).OpenConversationAsync(users, cancellationToken);
        return ids[(workspace.Id, users)] = opened.Channel?.Id
            ?? throw new PlatformException("conversations.open: no conversation in the answer.");
    }

    /// <summary>Finds a channel by id or name. Null when no public channel has that name.</summary>
    public async Task<string?> FindChannelAsync(Workspace workspace, string channel, CancellationToken cancellationToken)
    {
        if (IsId(channel))
        {
            return channel;
        }

        if (ids.TryGetValue((workspace.Id, channel), out var known))
        {
            return known;
        }

        var name = channel.TrimStart('#');
        string? cursor = null;
        do
        {
            var page = await api.For(workspace).ListConversationsAsync(cursor, cancellationToken);
            if (page.Channels.FirstOrDefault(listed => listed.Name == name) is { } found)
            {
                return ids[(workspace.Id, channel)] = found.Id;
            }

            cursor = page.ResponseMetadata?.NextCursor;
        }
        while (!string.IsNullOrEmpty(cursor));

        return null;
    }

    /// <summary>Slack's ids are upper case; channel names are lower case.</summary>
    private static bool IsId(string channel) =>
        channel is ['C' or 'G' or 'D', ..]
            && channel.Length >= 9
            && channel.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter));
}
