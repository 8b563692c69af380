namespace RelateBot.Bot.Chat;

/// <summary>One bar of a <see cref="ChatBlock.Bars"/>.</summary>
/// <param name="Label">What it stands for.</param>
/// <param name="Value">How long it is; never negative.</param>
public sealed record ChatBar(string Label, int Value);
