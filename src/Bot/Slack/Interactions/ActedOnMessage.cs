using RelateBot.Bot.Chat;
using RelateBot.Domain;

namespace RelateBot.Bot.Slack.Interactions;

/// <summary>The message whose menu was used: https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload</summary>
public sealed record ActedOnMessage
{
    private const int LongestExcerpt = 150;

    public string? User { get; init; }

    /// <summary>A program wrote it.</summary>
    public string? BotId { get; init; }

    public string? Subtype { get; init; }

    public string? Text { get; init; }

    public string? Ts { get; init; }

    /// <summary>The team of its author.</summary>
    public string? Team { get; init; }

    public string? UserTeam { get; init; }

    public string? SourceTeam { get; init; }

    /// <summary>The message in no platform's words. <paramref name="teamId"/>: ours, when others can be told by theirs.</summary>
    public ChatPost ToPost(string? teamId) => new()
    {
        AuthorId = User,
        IsFromProgram = BotId is not null || Subtype == "bot_message" || User is null,
        IsFromStranger = teamId is not null && (UserTeam ?? SourceTeam ?? Team) is { } team && team != teamId,
        Excerpt = Excerpt(),
    };

    private string Excerpt()
    {
        var words = string.Concat(SlackText.Read(Text ?? "").Spans.Select(span => span switch
        {
            IncomingSpan.Words plain => plain.Text,
            IncomingSpan.Mention { Name: { } name } => $"@{name}",
            _ => "@…",
        })).ReplaceLineEndings(" ").Trim();
        return words.Excerpt(LongestExcerpt);
    }
}
