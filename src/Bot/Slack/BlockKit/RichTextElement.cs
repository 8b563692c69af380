using System.Text.Json.Serialization;

namespace RelateBot.Bot.Slack.BlockKit;

/// <summary>A run of rich text.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(RichTextText), "text")]
[JsonDerivedType(typeof(RichTextUserMention), "user")]
[JsonDerivedType(typeof(RichTextLink), "link")]
[JsonDerivedType(typeof(RichTextEmoji), "emoji")]
public abstract record RichTextElement;
