using RelateBot.Bot.Chat;
using RelateBot.Bot.Teams.Activities;
using RelateBot.Bot.Teams.Connector;
using RelateBot.Domain;

namespace RelateBot.Bot.Teams.Invokes;

/// <summary>A message as the message extension has it: https://learn.microsoft.com/graph/api/resources/chatmessage</summary>
public sealed record MessagePayload
{
    private const int LongestExcerpt = 150;

    public FromOf? From { get; init; }

    public BodyOf? Body { get; init; }

    public string? LinkToMessage { get; init; }

    /// <summary>In no platform's words.</summary>
    public ChatPost ToPost(string? authorId) => new()
    {
        AuthorId = authorId,
        IsFromProgram = From is { Application: not null } or { User: null } or null,
        IsFromStranger = From?.User?.UserIdentityType is not (null or "aadUser" or "onPremiseAadUser"),
        Excerpt = Excerpt(),
        Link = LinkToMessage is { Length: > 0 } link ? link : null,
    };

    private string Excerpt()
    {
        var words = string.Concat(TeamsText.Read(new Activity { Type = "message", Text = Body?.Content }).Spans.OfType<IncomingSpan.Words>().Select(span => span.Text)).ReplaceLineEndings(" ").Trim();
        return words.Excerpt(LongestExcerpt);
    }

    /// <summary>Who wrote it: a person or a program.</summary>
    public sealed record FromOf(UserOf? User, ApplicationOf? Application);

    public sealed record UserOf(string? Id, string? DisplayName, string? UserIdentityType);

    public sealed record ApplicationOf(string? Id);

    /// <summary>HTML or plain text.</summary>
    public sealed record BodyOf(string? ContentType, string? Content);
}
