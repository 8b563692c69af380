namespace RelateBot.Domain.Relationships;

/// <summary>For how long a <see cref="Flow"/> is counted together. Every entry is in one of each.</summary>
public enum FlowSpan
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>A calendar month.</summary>
    Month,
}
