using System.ComponentModel.DataAnnotations;

namespace RelateBot.Bot.Slack;

/// <summary>Section <c>Slack</c>. Slack is on when a secret is set.</summary>
public sealed class SlackOptions
{
    public const string Section = "Slack";

    /// <summary>Signing secret of the app: proves that a request comes from Slack.</summary>
    public string SigningSecret { get; set; } = "";

    /// <summary>Bot token of the app, <c>xoxb-…</c>.</summary>
    public string BotToken { get; set; } = "";

    /// <summary>Where the Web API is.</summary>
    public string ApiBaseUrl { get; set; } = "https://slack.com/api/";

    /// <summary>Messages a second through the workspace. Slack promises "several hundred a minute"; raise it only with Slack's word for more.</summary>
    [Range(0.1, 10_000)]
    public double MessagesPerSecond { get; set; } = 5;

    /// <summary>Messages a second into one channel.</summary>
    [Range(0.1, 10_000)]
    public double MessagesPerSecondAndChannel { get; set; } = 1;

    /// <summary>The emoji that thanks a message's author, <c>pray</c> or <c>:pray:</c>. Empty: none does.</summary>
    [RegularExpression(@"^(:?[\p{Ll}\p{Lo}\p{Nd}_'+-]{1,100}:?)?\z", ErrorMessage = "Slack:ThanksEmoji must be the name of one emoji, for example pray.")]
    public string ThanksEmoji { get; set; } = "pray";

    /// <summary>True: what that emoji says in a public channel is posted to the kudos channel as well.</summary>
    public bool PostThanksEmoji { get; set; }

    /// <summary><see cref="ThanksEmoji"/> without colons.</summary>
    public string ThanksEmojiName => ThanksEmoji.Trim(':');

    /// <summary>True when any of the secrets is set; then all of them are needed.</summary>
    public bool IsOn => SigningSecret.Length > 0 || BotToken.Length > 0;

    /// <summary><see cref="ApiBaseUrl"/> with the slash at its end that relative addresses need.</summary>
    public Uri ApiBase => new(ApiBaseUrl.EndsWith('/') ? ApiBaseUrl : ApiBaseUrl + "/");
}
