using RelateBot.Domain.Exchanges;

namespace RelateBot.Bot.Reading;

/// <summary>Somebody to choose, with the words that tell them from others of that name.</summary>
public sealed record NamedReceiver(Receiver Receiver, string Name);
