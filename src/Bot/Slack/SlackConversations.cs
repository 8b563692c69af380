using System.Collections.Concurrent;
using RelateBot.Bot.Chat;
using RelateBot.Bot.Slack.Api;

namespace RelateBot.Bot.Slack;

/// <summary>Which conversation stands behind a user or a channel's name. Slack posts to both, but reads history and joins by id alone.</summary>
public sealed class SlackConversations(SlackApiClient api)
{
    private readonly ConcurrentDictionary<string, string> ids = new(StringComparer.Ordinal);

    /// <summary>Remembers what Slack answered to a post.</summary>
    public void Learn(string target, string conversationId) => ids[target] = conversationId;

    /// <summary>The direct messages with a user.</summary>
    public async Task<string> OfUserAsync(string userId, CancellationToken cancellationToken)
    {
        if (ids.TryGetValue(userId, out var known))
        {
            return known;
        }

        var opened = await api.OpenConversationAsync(userId, cancellationToken);
        return ids[userId] = opened.Channel?.Id ?? throw new PlatformException("conversations.open: no conversation in the answer.");
    }

    /// <summary>A channel, by id or name; null when there is no public one of that name.</summary>
    public async Task<string?> OfChannelAsync(string channel, CancellationToken cancellationToken)
    {
        if (IsId(channel))
        {
            return channel;
        }

        if (ids.TryGetValue(channel, out var known))
        {
            return known;
        }

        var name = channel.TrimStart('#');
        string? cursor = null;
        do
        {
            var page = await api.ListConversationsAsync(cursor, cancellationToken);
            if (page.Channels.FirstOrDefault(listed => listed.Name == name) is { } found)
            {
                return ids[channel] = found.Id;
            }

            cursor = page.ResponseMetadata?.NextCursor;
        }
        while (!string.IsNullOrEmpty(cursor));

        return null;
    }

    /// <summary>Slack's ids are upper case; a channel's name never is.</summary>
    private static bool IsId(string channel) =>
        channel is ['C' or 'G' or 'D', ..] && channel.Length >= 9 && channel.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter));
}
