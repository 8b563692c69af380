using System.Text.Json.Serialization;

namespace RelateBot.Domain.Exchanges;

/// <summary>Somebody whom a giver named.</summary>
[JsonDerivedType(typeof(Person), "person")]
[JsonDerivedType(typeof(Department), "department")]
[JsonDerivedType(typeof(Nobody), "nobody")]
public abstract record Receiver
{
    private Receiver()
    {
    }

    /// <summary>A person.</summary>
    public sealed record Person(Guid Id) : Receiver;

    /// <summary>A whole department; the team is thanked, not its spokesman.</summary>
    public sealed record Department(Guid Id) : Receiver;

    /// <summary>A name that nobody answers to.</summary>
    public sealed record Nobody(string Typed) : Receiver;
}
