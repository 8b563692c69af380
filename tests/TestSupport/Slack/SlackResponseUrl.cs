using System.Text.Json;

namespace RelateBot.TestSupport.Slack;

/// <summary>https://docs.slack.dev/interactivity/handling-user-interaction#message_responses</summary>
public sealed class SlackResponseUrl
{
    internal const int MostUses = 5;
    internal static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);
    private readonly List<JsonElement> posts = [];

    public required string Id { get; init; }

    public required Uri Url { get; init; }

    public required string ChannelId { get; init; }

    public required string UserId { get; init; }

    public required DateTimeOffset MintedAt { get; init; }

    /// <summary>The message that replace_original and delete_original refer to.</summary>
    public SlackMessage? Original { get; internal set; }

    internal SlackWorkspace Workspace { get; init; } = null!;

    public IReadOnlyList<JsonElement> Posts
    {
        get
        {
            lock (posts) return [.. posts];
        }
    }

    internal void Add(JsonElement post)
    {
        lock (posts) posts.Add(post);
    }
}
