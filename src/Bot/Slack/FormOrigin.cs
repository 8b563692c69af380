namespace RelateBot.Bot.Slack;

/// <summary>What a modal has to know when it comes back.</summary>
/// <param name="State">The form's own, <see cref="Chat.ChatForm.State"/>.</param>
/// <param name="Channel">The conversation in which it was asked for.</param>
public sealed record FormOrigin(string State, string? Channel);
